import { vi } from "vitest";

/** The browser's event stream, in the test's hands. */
export class FakeStream {
  static readonly CLOSED = 2;
  static opened: FakeStream[] = [];
  readyState = 1;
  onmessage: (() => void) | null = null;
  onerror: (() => void) | null = null;
  private readonly listeners = new Map<string, (event: MessageEvent) => void>();

  constructor(readonly url: string) {
    FakeStream.opened.push(this);
  }

  /** In the place of the browser's own, until the test is over. */
  static install(): void {
    FakeStream.opened = [];
    vi.stubGlobal("EventSource", FakeStream);
  }

  static last(): FakeStream {
    const last = FakeStream.opened.at(-1);
    if (last === undefined) {
      throw new Error("no stream was opened");
    }
    return last;
  }

  addEventListener(name: string, listener: (event: MessageEvent) => void): void {
    this.listeners.set(name, listener);
  }

  tell(name: string, id: string): void {
    this.listeners.get(name)?.(new MessageEvent(name, { data: JSON.stringify({ id }) }));
  }

  close(): void {
    this.readyState = FakeStream.CLOSED;
  }
}
