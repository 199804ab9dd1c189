import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { AlertIcon, CheckIcon, InfoIcon } from '../icons.tsx';
import './messages.css';

interface Message {
  readonly id: number;
  readonly tone: 'success' | 'info' | 'error';
  readonly text: string;
}
type Say = Readonly<Record<Message['tone'], (text: string) => void>>;

const MessagesContext = createContext<Say | undefined>(undefined);

/** Says in a word at the upper edge that something was done, or why it was not. */
export function useMessage(): Say {
  const say = useContext(MessagesContext);
  if (!say) throw new Error('This screen stands outside <Messages>.');
  return say;
}

const icons = { success: CheckIcon, info: InfoIcon, error: AlertIcon };
const SHOWN_MS = 3_000;
let count = 0;

/**
 * Around everything that may have something to say. It is ours and not the component library's, because whoever could
 * not reach the server must hear it without anything more being fetched.
 */
export function Messages({ children }: { readonly children: ReactNode }) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const say = useMemo((): Say => {
    const saying = (tone: Message['tone']) => (text: string) => {
      const message = { id: count++, tone, text };
      setMessages((before) => [...before, message]);
    };
    return { success: saying('success'), info: saying('info'), error: saying('error') };
  }, []);
  const over = useCallback((id: number) => setMessages((all) => all.filter((one) => one.id !== id)), []);
  return (
    <MessagesContext value={say}>
      {children}
      <div className="messages" role="status">
        {messages.map((message) => (
          <OneMessage key={message.id} {...message} over={over} />
        ))}
      </div>
    </MessagesContext>
  );
}

function OneMessage({ id, tone, text, over }: Message & { readonly over: (id: number) => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => over(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, id, over]);
  const Icon = icons[tone];
  return (
    <p
      className={`message ${tone}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <Icon size={16} />
      {text}
    </p>
  );
}
