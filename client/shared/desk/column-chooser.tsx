import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { Card } from './card.tsx';
import './column-chooser.css';

interface ColumnChooserProps {
  /** Our columns, by what they are called. */
  readonly columns: readonly { readonly key: string; readonly name: string; readonly isNeeded: boolean }[];
  /** Where they stand in the file, and the file's own headers with what stands below them. */
  readonly headings: Readonly<Record<string, { readonly name: string }>>;
  readonly written: readonly { readonly name: string; readonly example: string }[];
  readonly busy: boolean;
  readonly words: Readonly<Record<'title' | 'apply' | 'notRead', string>>;
  readonly onChosen: (columns: Readonly<Record<string, string>>) => void;
  readonly above?: ReactNode;
}

/** Which column of a spreadsheet is which of ours: proposed by its headers, and said by whoever knows the file. */
export function ColumnChooser({
  columns,
  headings,
  written,
  busy,
  words,
  onChosen,
  above,
}: ColumnChooserProps) {
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const options = [
    { value: '', label: words.notRead },
    ...written
      .filter((one) => one.name !== '')
      .map((one) => ({ value: one.name, label: one.example ? `${one.name}（${one.example}）` : one.name })),
  ];
  return (
    <Card
      title={words.title}
      actions={
        <Button
          type="primary"
          loading={busy}
          disabled={Object.keys(chosen).length === 0}
          onClick={() => onChosen(chosen)}
        >
          {words.apply}
        </Button>
      }
    >
      {above}
      <div className="column-choices">
        {columns.map(({ key, name, isNeeded }) => (
          <div key={key}>
            <span aria-hidden="true">
              {name}
              {isNeeded ? ' *' : ''}
            </span>
            <Select
              aria-label={name}
              showSearch={{ optionFilterProp: 'label' }}
              value={chosen[key] ?? headings[key]?.name ?? ''}
              onChange={(next: string) => setChosen((before) => ({ ...before, [key]: next }))}
              options={options}
            />
          </div>
        ))}
      </div>
    </Card>
  );
}
