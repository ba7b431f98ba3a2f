import { createContext, useContext } from 'react';

type AskWhy = (contactId: string, at: HTMLElement) => void;
const Context = createContext<AskWhy>(() => undefined);
export const WhyProvider = Context.Provider;
export const useAskWhy = (): AskWhy => useContext(Context);
