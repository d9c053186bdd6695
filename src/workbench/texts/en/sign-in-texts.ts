/** The way in. */
export const signInTexts = {
  title: "Sign In",
  titleOf: (product: string) => `Sign In - ${product}`,
  cutOff: "You were signed out. What you typed is kept; sign in again.",
  initials: "User Initials",
  signIn: "Sign In",
  noUsers: "The studio has no users yet. Create a studio with [spectra studio create], then reload this page.",
  whoAreYou: "Who are you?",
};
