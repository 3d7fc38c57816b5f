import type { Plugin } from 'vite';

/** The faces that every page begins with. */
const FIRST = /source-(sans-3|serif-4)-latin-wght-normal.*\.woff2$/;

/** Lets the page fetch its first faces with its program, not after its styles: what is written does not move when they come. */
export function preloadedFonts(page: string): Plugin {
  return {
    name: 'preloaded-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { path, bundle }) =>
        path === page
          ? Object.keys(bundle ?? {})
              .filter((file) => FIRST.test(file))
              .map((file) => ({
                tag: 'link',
                attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${file}` },
                injectTo: 'head-prepend',
              }))
          : [],
    },
  };
}
