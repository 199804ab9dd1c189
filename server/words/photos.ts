export const photoSentences = {
  empty: { zh: '没有收到照片，请重新拍摄。', en: 'No photo arrived. Take it again.' },
  'too large': { zh: '照片太大（最多 20 MB）。', en: 'The photo is too large (20 MB at most).' },
  'other format': {
    zh: '只接受 JPEG、PNG 或 WebP 照片。',
    en: 'Only JPEG, PNG or WebP photos are accepted.',
  },
  'too many pixels': {
    zh: '照片像素太高，请用较低分辨率拍摄。',
    en: 'The photo has too many pixels. Take it at a lower resolution.',
  },
  notInYourHands: {
    zh: '货品不在您手里，不能加照片。',
    en: 'The item is not with you: you cannot add photos.',
  },
  damaged: { zh: '照片已损坏，请重新拍摄。', en: 'The photo is damaged. Take it again.' },
} as const;
