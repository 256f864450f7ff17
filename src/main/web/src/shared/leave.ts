/** The way out of this console. */
export const leaving = {
  /** Goes to a page elsewhere; the page one leaves is not kept in the history. */
  to: (url: string): void => {
    const { protocol } = new URL(url);
    if (protocol !== "https:" && protocol !== "http:") {
      throw new Error("the address to go to is no web address");
    }
    window.location.replace(url);
  },
};
