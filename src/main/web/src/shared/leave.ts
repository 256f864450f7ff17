/** The ways out of this document. */
export const leaving = {
  /** Goes to a page elsewhere; the page one leaves is not kept in the history. */
  to: (url: string): void => {
    const { protocol } = new URL(url);
    if (protocol !== "https:" && protocol !== "http:") {
      throw new Error("the address to go to is no web address");
    }
    window.location.replace(url);
  },
  /** Loads the document anew, and with it the console that the server has now. */
  again: (): void => window.location.reload(),
};
