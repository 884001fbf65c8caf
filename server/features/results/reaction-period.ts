/** Days after a donation in which its donor can report a reaction; the programme's choice, to be confirmed by the blood centre. */
export const reactionDays = 30;
