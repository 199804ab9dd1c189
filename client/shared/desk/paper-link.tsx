import { Button } from 'antd';
import { PaperIcon } from '../icons.tsx';

/** A paper to print: it opens beside this page, where the browser prints it. */
export const PaperLink = ({
  href,
  children,
  primary = false,
}: {
  readonly href: string;
  readonly children: string;
  readonly primary?: boolean;
}) => (
  <Button href={href} target="_blank" icon={<PaperIcon />} type={primary ? 'primary' : 'default'}>
    {children}
  </Button>
);
