export const photoSentences = {
  empty: { zh: '没有收到照片，请重新拍摄。', en: 'No picture arrived. Take it again.' },
  'too large': { zh: '照片太大（最多 20 MB）。', en: 'The picture is too large (20 MB at most).' },
  'other format': { zh: '只接受 JPEG、PNG 或 WebP 照片。', en: 'Only JPEG, PNG or WebP pictures are taken.' },
  'too many pixels': {
    zh: '照片像素太高，请用较低分辨率拍摄。',
    en: 'The picture has too many pixels. Take it smaller.',
  },
  notInYourHands: {
    zh: '货品不在您手里，不能加照片。',
    en: 'It is not in your hands: no photo is added.',
  },
  damaged: { zh: '照片已损坏，请重新拍摄。', en: 'The picture is damaged. Take it again.' },
} as const;
