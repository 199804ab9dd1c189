import { Button, type ButtonProps } from 'antd';
import type { MouseEvent } from 'react';
import { type To, useHref, useLinkClickHandler } from 'react-router';

/** A link to another page that looks like a button: one element, as a button may not stand inside a link. */
export function ButtonLink({
  to,
  ...looks
}: Pick<ButtonProps, 'type' | 'icon' | 'size' | 'children'> & { readonly to: To }) {
  const go = useLinkClickHandler<HTMLAnchorElement>(to);
  return (
    <Button {...looks} href={useHref(to)} onClick={(event) => go(event as MouseEvent<HTMLAnchorElement>)} />
  );
}
