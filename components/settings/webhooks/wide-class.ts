/** A cell for which there is room beside the side bar only from here on; below that its facts stand in the first cell. */
export const wideClass = 'max-xl:hidden'
export const narrowClass = 'xl:hidden'
