/** Full-width letters, digits and signs as a Chinese keyboard types them, in ASCII: 'ＡＢ－１２' → 'AB-12'. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
