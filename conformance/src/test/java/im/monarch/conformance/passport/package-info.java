/**
 * A client of the Passport service that looks at raw bytes: clients of the time search replies for
 * literal text, so the case of a header or the reason phrase of a status line decide whether they
 * get in. {@link im.monarch.conformance.passport.PassportClient} also fetches the tickets that
 * transcripts ask for.
 */
package im.monarch.conformance.passport;
