import { QRCode } from 'antd';

/** A QR code, drawn here: what stands in it goes nowhere. Black on white whatever the theme says, as cameras like it. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <div className="qr" role="img" aria-label={label}>
      <QRCode
        type="svg"
        value={text}
        size={200}
        marginSize={4}
        color="#000"
        bgColor="#fff"
        bordered={false}
      />
    </div>
  );
}
