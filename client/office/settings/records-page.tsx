import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Permission } from '../../../server/access/permissions.ts';
import type { Endpoint, Input } from '../../shared/api.ts';
import { CopyCode } from '../../shared/code.tsx';
import { type Filter, type ListEndpoint, ListPage, type Row } from '../../shared/desk/list-page.tsx';
import type { Column } from '../../shared/desk/list-table.tsx';
import { useSend } from '../../shared/desk/replies.ts';
import type { Answer, Answers, Question } from '../../shared/questions.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { useMay } from '../../shared/signed-in.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { settings } from '../../shared/words/settings.ts';
import {
  ActiveTag,
  ChangeButton,
  inUse,
  question,
  RecordForm,
  useActiveFilter,
  useEditing,
} from './record-form.tsx';

/** What the server lists, adds and changes under one address. */
type Kept = {
  [E in ListEndpoint]: E extends `GET /api/v1/${infer Name}`
    ? `POST /api/v1/${Name}` | `PATCH /api/v1/${Name}/:code` extends Endpoint
      ? Name
      : never
    : never;
}[ListEndpoint];
type Sections = typeof settings.zh;
type Said = Record<'about' | 'search' | 'add' | 'empty' | 'emptyWhy', string>;
/** What has such a part of the words, too. */
type Name = Kept &
  keyof Sections['part'] &
  { [name in keyof Sections]: Sections[name] extends Said ? name : never }[keyof Sections];
type RowOf<N extends Name> = Row<Extract<ListEndpoint, `GET /api/v1/${N}`>>;
interface AnyRow {
  readonly code: string;
  readonly active: boolean;
}

interface Declared<N, R> {
  /** The end of its address at the server, and the name of its words in `words/settings.ts`. */
  readonly name: N;
  /** What one has to be allowed to add to it and to change it. */
  readonly needs: Permission;
  /** What stands between the code and whether it is in use. */
  readonly columns: readonly Column<R>[];
  readonly filters?: readonly Filter[];
  /** What else can be done with the list, before its button to add. */
  readonly actions?: ReactNode;
  /** Asked of every row, new or not. */
  readonly questions: readonly Question[];
  /** Asked of a new row only, before its code. */
  readonly first?: readonly Question[];
  /** What a new row begins with. */
  readonly preset?: Answers;
  /** What says which row it is where the code alone does not. */
  readonly whose?: (row: R) => Readonly<Record<string, string>>;
}
type RecordsPageProps<N extends Name> = Declared<N, RowOf<N>>;
type AnyRecords = Declared<Name, AnyRow>;

/** A page of master data: a list whose rows are added and changed in a form. */
export const RecordsPage: <N extends Name>(props: RecordsPageProps<N>) => ReactNode = Records as never;

/** The same for any name: which rows belong to which was seen where the page was declared. */
function Records({ name, whose, ...props }: AnyRecords) {
  const t = useWords(settings);
  const mayManage = useMay()(props.needs);
  const { editing, add, change, close } = useEditing<AnyRow>();
  const isActive = useActiveFilter();
  const changing = {
    key: 'change',
    title: t('change'),
    cell: (row: AnyRow) => <ChangeButton row={row.code} onClick={() => change(row)} />,
  };
  return (
    <>
      <ListPage
        endpoint={`GET /api/v1/${name}`}
        title={t(`part.${name}`)}
        about={t(`${name}.about`)}
        searchHint={t(`${name}.search`)}
        rowKey={(row: AnyRow) => [...Object.values(whose?.(row) ?? {}), row.code].join(' ')}
        empty={{ title: t(`${name}.empty`), why: t(`${name}.emptyWhy`) }}
        actions={
          <>
            {props.actions}
            {mayManage && (
              <Button type="primary" onClick={add}>
                {t(`${name}.add`)}
              </Button>
            )}
          </>
        }
        filters={[...(props.filters ?? []), isActive]}
        columns={[
          { key: 'code', title: t('code'), sorts: true, cell: (row) => <CopyCode>{row.code}</CopyCode> },
          ...props.columns,
          { key: 'status', title: t('status'), cell: (row) => <ActiveTag active={row.active} /> },
          ...(mayManage ? [changing] : []),
        ]}
      />
      {editing && (
        <RowForm
          {...props}
          name={name}
          row={editing.row}
          which={editing.row && whose?.(editing.row)}
          onClose={close}
        />
      )}
    </>
  );
}

function RowForm({
  name,
  row,
  which,
  questions,
  first = [],
  preset = {},
  onClose,
}: Pick<AnyRecords, 'name' | 'questions' | 'first' | 'preset'> & {
  readonly row: AnyRow | undefined;
  readonly which: Readonly<Record<string, string>> | undefined;
  readonly onClose: () => void;
}) {
  const t = useWords(settings);
  const { mutateAsync: create } = useSend(`POST /api/v1/${name}`);
  const { mutateAsync: alter } = useSend(`PATCH /api/v1/${name}/:code`);
  const asked = row
    ? [...questions, inUse]
    : [...first, question('code', 'code', settings.both('code')), ...questions];
  const before = row as (AnyRow & Answers) | undefined;
  // The questions are the fields of these routes; only the server can say whether the answers fit.
  const save = (answers: Answers) =>
    row
      ? alter({ ...answers, ...which, code: row.code, scanId: newScanId() })
      : create({ ...answers, scanId: newScanId() } as Input<`POST /api/v1/${Name}`>);
  return (
    <RecordForm
      title={row ? t('changeRow', { row: row.code }) : t(`${name}.add`)}
      questions={asked}
      {...(before
        ? { initial: Object.fromEntries(asked.map((one) => [one.name, before[one.name]])) }
        : { preset })}
      save={save}
      onClose={onClose}
    />
  );
}

/** The column that tells what was answered to a question. */
export function useColumnOf() {
  const say = useSay();
  return <K extends string>({ name, label }: Question & { readonly name: K }) => ({
    key: name,
    title: say(label),
    cell: (row: { readonly [name in K]?: Answer }) => String(row[name] ?? '–'),
  });
}
