import { zipSync } from 'fflate';
import type { SiteFile } from './site-files.ts';

/** The script that registers the service worker. */
const registration = /^_astro\/keep\.client\.[\w-]+\.js$/;

/**
 * The site as a ZIP archive: `README.txt`, and the files under `site/` as a web server has to offer them.
 * The archive has no service worker: who serves it has the files already, and a worker of `127.0.0.1:8000` would go on
 * answering for whatever is served there next.
 * @param base the base path without its last slash; the files lie under it
 * @param withWorker whether the site has a service worker: then the script that registers it must be found
 */
export function archiveOf(files: readonly SiteFile[], base: string, withWorker = true): Uint8Array {
  const registrations = files.filter(({ path }) => registration.test(path));
  if (registrations.length !== (withWorker ? 1 : 0)) {
    throw new Error(
      `The archive must leave out the script that registers the service worker; dist has ${registrations.length} files like ${registration}.`,
    );
  }
  const entries = files.map(({ path, bytes }) => [
    `openzfs-problem-notes/site${base}/${path}`,
    registration.test(path) ? new TextEncoder().encode('export {};\n') : bytes,
  ]);
  const readMe = ['openzfs-problem-notes/README.txt', new TextEncoder().encode(readMeOf(base))];
  // The earliest time that the format knows, which holds local time: the same content makes the same bytes.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries([readMe, ...entries]), { level: 9, mtime });
}

const readMeOf = (base: string): string => `OpenZFS Problem Notes, the whole site as files
==============================================

Serve the folder "site" with any web server, then open it in a browser. Python is enough:

    cd openzfs-problem-notes/site
    python3 -m http.server --bind 127.0.0.1 8000

and open http://127.0.0.1:8000${base}/

The unpacked folder may lie anywhere on the disk. "site" itself must be the root of the
server: links begin with "${base}/", so from a sub-folder of another site, and when a page
is opened as a file (file://), they lead nowhere. For use without any server take the
one-file edition from the site.

Everything works without a network: reading, the checker, the search. Nothing is sent.
To let other machines in your network read it, leave out "--bind 127.0.0.1".
Under Windows the command is "py -m http.server" instead of "python3 -m http.server".

Texts: CC BY 4.0. Code: MIT. Quoted logs and source code belong to their authors.


OpenZFS 问题札记：以文件形式提供的完整网站
==========================================

用任意 Web 服务器提供“site”这个文件夹，再用浏览器打开即可。有 Python 就够了：

    cd openzfs-problem-notes/site
    python3 -m http.server --bind 127.0.0.1 8000

然后打开 http://127.0.0.1:8000${base}/zh/

解压后的文件夹放在磁盘的什么位置都可以，但“site”本身必须是服务器的根目录：站内链接都以
“${base}/”开头，放进其他网站的子目录，或直接以文件方式（file://）打开页面，链接都会失效。
完全没有服务器时，请从网站下载单文件版。

阅读、检查器、搜索都不需要网络，也不会发送任何内容。
想让局域网内的其他机器也能阅读，去掉“--bind 127.0.0.1”即可。
在 Windows 上，把“python3 -m http.server”换成“py -m http.server”。

文字：CC BY 4.0；代码：MIT。引用的日志与源代码归各自作者所有。
`;
