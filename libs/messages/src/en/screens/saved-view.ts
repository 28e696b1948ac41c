/** Addresses that a person names and finds again. */
export const savedViewEn = {
  documentTitle: 'Saved views',
  title: (count: number) =>
    count === 0 ? 'You have saved no view yet' : count === 1 ? 'One saved view' : `${count} saved views`,
  lede: 'A view is a page with everything that you chose on it: filters, words, order. Only you see yours. What it shows is always that of today.',
  empty:
    'Open a list, narrow it as you need it, and choose “Save this view” at its top. It then stands here, in the room of monitoring and behind Ctrl-K.',
  name: 'Name',
  leadsTo: 'Leads to',
  rename: 'Rename',
  renameNamed: (name: string) => `Rename “${name}”`,
  renameButton: 'Save the name',
  remove: 'Remove',
  removeNamed: (name: string) => `Remove “${name}”`,
  save: 'Save this view',
  saveWhat: 'This page with what is chosen on it, for you alone.',
  saveButton: 'Save',
  saved: (name: string) => `Saved as “${name}”`,
  all: 'All saved views',
  inPalette: (name: string) => `View: ${name}`,
  done: {
    saved: 'Saved. It stands in this list and behind Ctrl-K.',
    renamed: 'Renamed.',
    removed: 'Removed. The page itself is still there.',
  } as Record<string, string>,
  problems: {
    'saved_view.name': 'Give the view a name of 1 to 80 letters.',
    'saved_view.name_taken': 'You have a view of this name. Choose another one.',
    'saved_view.too_many': 'You have fifty saved views. Remove one that you do not use any more.',
    'saved_view.address': 'This is no address of a page of this State. Open the page and save it there.',
    'saved_view.unknown': 'You have no such view, or it was removed already.',
  } as Record<string, string>,
};
