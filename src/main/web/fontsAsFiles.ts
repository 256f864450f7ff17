import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const EMBEDDED = /url\((["']?)data:font\/woff2;base64,([^)"']+)\1\)/g;

/**
 * Cloudscape's style sheet carries its fonts as data: URLs, which the server's content security policy refuses (fonts come
 * from the server itself). This writes them out as files, so that they become ordinary assets.
 */
export function fontsAsFiles(folder: string): Plugin {
  return {
    name: "fonts-as-files",
    enforce: "pre",
    transform(code, id) {
      if (!id.includes("@cloudscape-design/global-styles/index.css")) {
        return null;
      }
      mkdirSync(folder, { recursive: true });
      let count = 0;
      return code.replace(EMBEDDED, (_whole, _quote: string, base64: string) => {
        const file = join(folder, `open-sans-${++count}.woff2`);
        writeFileSync(file, Buffer.from(base64, "base64"));
        return `url("${file}")`;
      });
    },
  };
}
