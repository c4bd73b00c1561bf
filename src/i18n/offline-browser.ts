/** What the scripts for offline use say, apart from the pages' texts so that they stay small. */
const english = {
  newVersion: 'There is a new version of these notes.',
  textWouldBeLost:
    'A new version has taken over in another tab. Reload this one when you no longer need what you pasted: it is too long to be kept.',
  reload: 'Reload',
  later: 'Later',
  status: {
    saved: 'saved',
    saving: (percent: number) => `saving, ${percent} %`,
    notSaved: 'not saved',
  },
  saved: (when: string, size: string) => `Saved on ${when}; takes ${size} on this device.`,
  saving: 'Saving.',
  notSaved: 'Not saved.',
  failed: {
    full: 'Not saved: the browser gives this site too little storage. A private window has less than an ordinary one. Take one of the files below.',
    interrupted:
      'Saving stopped: a file could not be fetched, or the site was changed meanwhile. What has arrived is kept; try again.',
    update:
      'A new version could not be saved whole. The copy of the old version stays complete and in use; the next visit tries again.',
    unsupported:
      'This window cannot save pages: the browser has no service worker here. Private windows and pages without HTTPS are the usual reasons. Take one of the files below.',
    refused: 'The browser refused to save pages for this site. Its settings may block storage.',
    other: (name: string) => `Not saved: the browser says “${name}”.`,
  },
};

const chinese: typeof english = {
  newVersion: '札记有新版本。',
  textWouldBeLost: '另一个标签页已切换到新版本。粘贴的内容太长，无法带过去；用完之后请重新载入本页。',
  reload: '重新载入',
  later: '稍后',
  status: {
    saved: '已保存',
    saving: (percent) => `正在保存 ${percent}%`,
    notSaved: '未保存',
  },
  saved: (when, size) => `已于 ${when} 保存，在本设备上占用 ${size}。`,
  saving: '正在保存。',
  notSaved: '尚未保存。',
  failed: {
    full: '没能保存：浏览器分给本站的存储空间不够。无痕窗口的空间比普通窗口小。请改用下面的文件。',
    interrupted: '保存中断：有文件没能取到，或者网站在此期间更新了。已经取到的会留着，请再试一次。',
    update: '新版本没能完整保存。旧版本的副本仍然完整可用，下次访问时会再试。',
    unsupported:
      '这个窗口无法保存页面：浏览器在这里没有提供 service worker，常见原因是无痕窗口，或页面不是通过 HTTPS 打开。请改用下面的文件。',
    refused: '浏览器拒绝为本站保存页面，可能是设置里禁止了存储。',
    other: (name) => `没能保存，浏览器报告“${name}”。`,
  },
};

/** The texts for the language of the page that the script runs in. */
export const offlineTexts: typeof english = document.documentElement.lang.startsWith('zh')
  ? chinese
  : english;
