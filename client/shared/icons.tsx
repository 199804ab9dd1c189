import type { SVGProps } from 'react';

type IconProps = Omit<SVGProps<SVGSVGElement>, 'children'> & { readonly size?: number };

/** One line drawing on a 24 grid; it takes the colour of the text and says nothing by itself. */
const icon =
  (d: string) =>
  ({ size = 20, className, ...rest }: IconProps) => (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={className ? `icon ${className}` : 'icon'}
      {...rest}
    >
      <path d={d} />
    </svg>
  );

export const CheckIcon = icon('M4 12l5 5L20 6');
export const CrossIcon = icon('M6 6l12 12M18 6L6 18');
export const AlertIcon = icon('M12 6v8M12 18v.5');
export const InfoIcon = icon('M12 11v6M12 7v.5M21 12a9 9 0 1 1-18 0a9 9 0 0 1 18 0');
export const CopyIcon = icon('M9 9h11v11H9zM5 15H4V4h11v1');
export const SearchIcon = icon('M18 11a7 7 0 1 1-14 0a7 7 0 0 1 14 0M16 16l5 5');
export const BackIcon = icon('M15 5l-7 7l7 7');
export const ForwardIcon = icon('M9 5l7 7l-7 7');
export const MenuIcon = icon('M4 7h16M4 12h16M4 17h16');
export const MoreIcon = icon('M5 12h.01M12 12h.01M19 12h.01');
export const ScanIcon = icon('M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M8 9v6M12 9v6M16 9v6');
export const KeyboardIcon = icon('M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M7 14h10');
export const CameraIcon = icon('M4 8h3l2-3h6l2 3h3v11H4zM15.5 13a3.5 3.5 0 1 1-7 0a3.5 3.5 0 0 1 7 0');
export const PersonIcon = icon('M16 8a4 4 0 1 1-8 0a4 4 0 0 1 8 0M4 21c1-5 4-7 8-7s7 2 8 7');
export const ReceiveIcon = icon('M12 3v11M8 10l4 4l4-4M4 15v5h16v-5');
export const InspectIcon = icon('M9 4h6v3H9zM9 5H5v16h14V5h-4M9 14l2 2l4-4');
export const ShelfIcon = icon('M4 3v18M20 3v18M4 10h16M4 19h16M8 5h5v5H8zM12 14h5v5h-5z');
export const WrenchIcon = icon(
  'M20 7a5 5 0 0 1-7 5.5L6.5 19a2 2 0 0 1-3-3L10 9.5A5 5 0 0 1 16 3l-3 3l2 3l3 .5z',
);
export const PickIcon = icon(
  'M3 4h3l3 11h9l3-8H7M11 19.5a1.5 1.5 0 1 1-3 0a1.5 1.5 0 0 1 3 0M19 19.5a1.5 1.5 0 1 1-3 0a1.5 1.5 0 0 1 3 0',
);
export const BoxIcon = icon('M12 3l8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5l8-4.5M12 12v9');
export const ParcelIcon = icon('M4 8h16v12H4zM4 8l2-4h12l2 4M12 4v8');
export const BoardIcon = icon('M4 4h4v16H4zM10 4h4v10h-4zM16 4h4v13h-4z');
export const TruckIcon = icon(
  'M2 6h12v10H2zM14 10h4l4 3v3h-8M8 18a2 2 0 1 1-4 0a2 2 0 0 1 4 0M19 18a2 2 0 1 1-4 0a2 2 0 0 1 4 0',
);
export const SettingsIcon = icon(
  'M4 7h9M19 7h1M4 17h1M11 17h9M18 7a2.5 2.5 0 1 1-5 0a2.5 2.5 0 0 1 5 0M10 17a2.5 2.5 0 1 1-5 0a2.5 2.5 0 0 1 5 0',
);
export const HandheldIcon = icon('M7 3h10v18H7zM10 6h4M11 18h2');
export const ReturnIcon = icon('M9 6L4 11l5 5M4 11h10a6 6 0 0 1 0 12h-2');
export const PlusIcon = icon('M12 5v14M5 12h14');
export const PaperIcon = icon('M6 3h8l5 5v13H6zM14 3v5h5M9 13h7M9 17h7');
export const DownloadIcon = icon('M12 4v11M7 11l5 5l5-5M4 20h16');
export const BellIcon = icon('M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4');
export const UploadIcon = icon('M12 16V5M7 9l5-5l5 5M4 20h16');
export const ClockIcon = icon('M12 7v5l3 3M21 12a9 9 0 1 1-18 0a9 9 0 0 1 18 0');

/** The mark of the house: a sail on its way home. */
export function Mark({ size = 32 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="icon">
      <rect width="32" height="32" rx="8" fill="#0b5d66" />
      <path d="M17 5v15H7C11 16 15 11 17 5z" fill="#fff" />
      <path d="M19 9c3 3 5 7 5.5 11H19z" fill="#8fd3cf" />
      <path d="M5.5 23h21c-1.5 3-3.5 4-6 4h-9c-2.5 0-4.5-1-6-4z" fill="#e8643c" />
    </svg>
  );
}
