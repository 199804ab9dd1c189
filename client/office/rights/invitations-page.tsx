import { Button } from 'antd';
import { useState } from 'react';
import { InvitationsCard, InviteForm } from '../../shared/desk/account/members-page.tsx';
import { Page } from '../../shared/desk/page.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { useWords } from '../../shared/use-words.ts';
import { account } from '../../shared/words/account.ts';
import { rights } from '../../shared/words/rights.ts';
import { settings } from '../../shared/words/settings.ts';
import { asChoice } from '../choices.ts';
import { roleNames } from '../settings/person-form.tsx';
import { chosen, maybe } from '../settings/record-form.tsx';

/** Whom the house invited, into whichever organisation. */
export function InvitationsPage() {
  const t = useWords(rights);
  const words = useWords(account);
  const parts = useWords(settings);
  const [inviting, setInviting] = useState(false);
  const { data: places } = useReply('GET /api/v1/warehouses', {});
  const { data: organisations } = useReply('GET /api/v1/organisations', { size: 200, active: 'yes' });
  const more = [
    chosen('organisation', account.both('members.organisation'), (organisations?.rows ?? []).map(asChoice)),
    {
      ...maybe('warehouses', 'several', account.both('members.warehouses')),
      choices: (places?.rows ?? []).map(asChoice),
    },
  ];
  return (
    <Page
      title={parts('part.invitations')}
      about={t('invitations.about')}
      actions={
        <Button type="primary" onClick={() => setInviting(true)}>
          {words('members.invite')}
        </Button>
      }
    >
      <InvitationsCard />
      {inviting && <InviteForm roles={roleNames} more={more} onClose={() => setInviting(false)} />}
    </Page>
  );
}
