import { Link } from 'react-router';
import { Code, CopyButton } from '../code.tsx';

/** A code that leads to the page of its thing, and can be copied. */
export const CodeLink = ({ to, code }: { readonly to: string; readonly code: string }) => (
  <span className="code-copy">
    <Link to={to}>
      <Code>{code}</Code>
    </Link>
    <CopyButton code={code} />
  </span>
);
