import { useState } from 'react';
import { call } from '../../shared/api.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { answerTo } from '../answer.ts';
import { play } from '../feedback.ts';
import type { Scanned } from '../scanning.ts';
import { useSheetScans } from './receivers.ts';

/** What a scan answers to a question of this kind; undefined when it is none. A quantity is never scanned. */
function answerOf(kind: string, { hit, serial, waybill }: Scanned): string | undefined {
  if ((kind === 'location' || kind === 'shipment') && hit.kind === kind) return hit.code;
  if (kind === 'waybill') return hit.kind === 'unknown' ? (waybill ?? undefined) : undefined;
  return kind === 'serial' ? (serial ?? undefined) : undefined;
}

const typed = ['text', 'long text', 'choice', 'code', 'exporter', 'yes or no'];
/** What is counted or weighed is keyed in. */
const numbers = ['count', 'weight', 'money'];
/** How it is said what is wanted instead: what no label carries is tapped or typed. */
function wanted(kind: string) {
  if (kind === 'waybill') return 'scan.waybillWanted';
  return typed.includes(kind) ? 'scan.isATypeIt' : 'scan.isAWanted';
}

/**
 * Takes the scans of the sheet around a question: one that answers it is given, any other is refused aloud, with the
 * name of what it is.
 */
export function useScanAnswer(kind: string, label: string, give: (answer: string) => void) {
  const t = useWords(handheld);
  const say = useSay();
  const [wrong, setWrong] = useState('');
  const refuse = (why: string) => {
    play('error');
    setWrong(why);
  };
  const scan = async (text: string) => {
    try {
      const found = await call('POST /api/v1/scans', { scanId: newScanId(), text });
      const answer = answerOf(kind, found);
      if (answer !== undefined) {
        play('success');
        return give(answer);
      }
      const { hit, looks, words } = found;
      const named = hit.kind === 'item' || hit.kind === 'sku' ? handheld.both(`scan.its.${hit.kind}`) : words;
      const what = hit.kind === 'unknown' ? looks : named;
      const want = label.replace(/[？?]$/, '');
      if (what) return refuse(t(wanted(kind), { what: say(what), want }));
      refuse(t(numbers.includes(kind) ? 'scan.isNoNumber' : 'scan.notRead', { want }));
    } catch (error) {
      const { why, title } = answerTo(error);
      refuse(say(why ?? title));
    }
  };
  useSheetScans((text) => void scan(text));
  return { wrong, scan, forget: () => setWrong('') };
}
