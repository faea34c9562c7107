/** The subject of the mail that asks the case officer to review a case, and of no other mail. */
export function asksForReview(number: string): RegExp {
  return new RegExp(`^Granska senast \\d+ [a-zåäö]+: ansökan från .+, ${number}$`);
}

/** The subject of the mail that asks for a signature in a case, and of no other mail. */
export function asksForSignature(number: string): RegExp {
  return new RegExp(`^Skriv under för .+ senast \\d+ [a-zåäö]+, ${number}$`);
}
