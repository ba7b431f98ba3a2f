/**
 * What the embedded script uses of a browser, and nothing more, so that it is checked by types while the rest of the
 * code knows no DOM (html.spec.whatwg.org).
 */
export type PageElement = {
  name: string;
  type: string;
  value: string;
  disabled: boolean;
  hidden: boolean;
  textContent: string | null;
  dataset: Record<string, string | undefined>;
  style: { cssText: string };
  tabIndex: number;
  setAttribute: (name: string, value: string) => void;
  removeAttribute: (name: string) => void;
  append: (...children: PageElement[]) => void;
  after: (element: PageElement) => void;
  remove: () => void;
  focus: () => void;
  querySelectorAll: (selector: string) => Iterable<PageElement>;
  addEventListener: (type: string, run: (event: { preventDefault: () => void }) => void) => void;
};
export type PageForm = PageElement & { reset: () => void };
export type Page = {
  document: {
    currentScript: (PageElement & { src: string }) | null;
    readyState: string;
    title: string;
    referrer: string;
    createElement: (name: string) => PageElement;
    querySelectorAll: (selector: string) => Iterable<PageForm>;
    addEventListener: (type: string, run: () => void) => void;
  };
  location: { href: string; assign: (url: string) => void };
  localStorage: {
    getItem: (name: string) => string | null;
    setItem: (name: string, value: string) => void;
    removeItem: (name: string) => void;
  };
  FormData: new (form: PageForm) => Iterable<[string, unknown]>;
  rapport?: { consent?: (given: boolean) => void };
};
export type EmbedConfig = { formKey: string; honeypot: string; timed: boolean };
