/** Parts of the component library that are imported alone: its own types describe another build of the same files. */
declare module 'antd/es/input/Search.js' {
  const Search: typeof import('antd').Input.Search;
  export = Search;
}
declare module 'antd/es/locale/zh_CN.js' {
  const locale: typeof import('antd/locale/zh_CN.js').default;
  export = locale;
}
declare module 'antd/es/locale/en_US.js' {
  const locale: typeof import('antd/locale/en_US.js').default;
  export = locale;
}
