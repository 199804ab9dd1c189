import type { FormInstance } from 'antd';

type Refused = { readonly outOfDate: boolean; readonly errorFields: readonly unknown[] };

/** Something in the form changed while it was checked: nothing was found, and nothing was looked at. */
const isOutOfDate = ({ outOfDate, errorFields }: Refused) => outOfDate && errorFields.length === 0;

/**
 * What a form does with a press on its button while something in it is still changing: its check is then out of date,
 * and the form would drop the press without a word. It is checked anew, and sent if it is sound.
 */
export const pressIsKept =
  (form: Pick<FormInstance, 'submit'>) =>
  (refused: Refused): void => {
    if (isOutOfDate(refused)) form.submit();
  };

/** Whether all that stands in the form can be read, as it stands there when the check ends. */
export async function isSound(form: Pick<FormInstance, 'validateFields'>): Promise<boolean> {
  try {
    await form.validateFields();
    return true;
  } catch (refused) {
    return isOutOfDate(refused as Refused) && isSound(form);
  }
}
