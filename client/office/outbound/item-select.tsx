import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { grouped } from '../../shared/code.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { useSay } from '../../shared/use-words.ts';

/** One item of an exporter, found by what people know of it; the answer is its licence plate. */
export function ItemSelect({
  exporter,
  placeholder,
  id,
  value,
  onChange,
}: {
  readonly exporter: string;
  readonly placeholder: string;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (code: string) => void;
}) {
  const say = useSay();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const { data, isFetching } = useReply('GET /api/v1/items', { exporter, search, size: 20 });
  return (
    <Select
      {...(id ? { id } : {})}
      {...(value ? { value } : {})}
      {...(onChange ? { onChange } : {})}
      placeholder={placeholder}
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={(data?.rows ?? []).map((row) => ({
        value: row.code,
        label: [grouped(row.code), say(row.name), row.serial, say(row.state)].filter(Boolean).join(' · '),
      }))}
    />
  );
}
