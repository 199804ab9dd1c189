import { useEffect, useState } from 'react';

/** A QR code, drawn here: what stands in it goes nowhere. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const [image, setImage] = useState('');
  useEffect(() => {
    void import('bwip-js/browser').then(({ toSVG }) =>
      setImage(`data:image/svg+xml,${encodeURIComponent(toSVG({ bcid: 'qrcode', text, scale: 4 }))}`),
    );
  }, [text]);
  return image ? <img className="qr" src={image} alt={label} width={200} height={200} /> : null;
}
