import { Alert, Modal } from 'antd';
import type { Words } from '../../../server/words/words.ts';
import { FailureAlert } from '../../shared/desk/failure-alert.tsx';
import type { Failure } from '../../shared/failure.ts';
import { useLanguage } from '../../shared/language.ts';
import { money } from '../../shared/money.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';

interface Amount {
  readonly totalMinor: number;
  readonly currency: string;
}
const BELOW_THE_FINGER_PX = 48;
const AT_THE_TOP_PX = 16;

/**
 * Money is agreed to by a second press, on a button that says how much. The window opens above or below the place of
 * the first one, so that a double click never meets it; and it asks for what was shown then, not for what came since.
 */
export function AgreeToAmount({
  button,
  agreed,
  newest,
  changed,
  at,
  busy,
  failure,
  onAgree,
  onClose,
}: {
  readonly button: Words;
  readonly agreed: Amount;
  readonly newest: Amount;
  /** Something happened to it since the first press. */
  readonly changed: boolean;
  /** How far down the screen the first press was. */
  readonly at: number;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onAgree: () => void;
  readonly onClose: () => void;
}) {
  const t = useWords(portal);
  const say = useSay();
  const language = useLanguage();
  const amount = ({ totalMinor, currency }: Amount) => money(totalMinor, currency, language);
  const isLow = at > window.innerHeight / 2;
  return (
    <Modal
      open
      title={say(button)}
      style={{ top: isLow ? AT_THE_TOP_PX : at + BELOW_THE_FINGER_PX }}
      okText={t('estimate.agreeTo', { step: say(button), amount: amount(agreed) })}
      okButtonProps={{ disabled: changed }}
      confirmLoading={busy}
      onOk={onAgree}
      onCancel={onClose}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <p>{t('estimate.sure', { amount: amount(agreed) })}</p>
      {changed && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t('estimate.changed', { before: amount(agreed), now: amount(newest) })}
        />
      )}
      {failure && !changed && <FailureAlert failure={failure} />}
    </Modal>
  );
}
