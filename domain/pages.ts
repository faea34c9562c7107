/** Every address that has a page: the browser shows what is there, the server answers 404 to all others. */
export const pageAddresses = {
  municipalities: '/',
  home: '/:municipality',
  register: '/:municipality/parties',
  apply: '/:municipality/apply/:view?/:pageId?',
  case: '/:municipality/case',
  task: '/:municipality/task',
} as const;
