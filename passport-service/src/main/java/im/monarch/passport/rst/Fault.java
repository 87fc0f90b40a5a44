package im.monarch.passport.rst;

import im.monarch.passport.http.HttpAnswer;
import im.monarch.passport.http.Status;
import java.time.Duration;
import java.time.Instant;

/**
 * Why there are no tokens. The service of the time sent faults with 200, and clients read no
 * others; they stand beside where the body would be, not in it.
 */
enum Fault {
  /** Another password, or no such account. */
  WRONG(Status.OK, "0x80048821", "wsse:FailedAuthentication", "Authentication Failure"),
  /** Nobody is named, or without a password. */
  NO_CREDENTIALS(Status.OK, "0x8004882E", "wsse:FailedAuthentication", "Authentication Failure"),
  /** The challenge is none of ours. */
  BAD_POLICY(Status.OK, "0x8004882C", "S:Client", "Invalid Policy"),
  /** Another login server answers instead. */
  REDIRECT(Status.OK, "0x80048852", "psf:Redirect", "Authentication Failure"),
  /** Nothing that a client sends. */
  MALFORMED(Status.BAD_REQUEST, "0x80048820", "S:Client", "Invalid Request"),
  OTHER_SOAP(Status.BAD_REQUEST, "0x80048820", "S:VersionMismatch", "Invalid Request"),
  /**
   * Too many guesses, too many at once, or the store is away. Not the number of a locked password
   * (0x80048823): it would send an owner with the right one to change it.
   */
  TRY_LATER(Status.SERVICE_UNAVAILABLE, "0x80048820", "S:Server", "Service Unavailable");

  private static final String NAMESPACES =
      " xmlns:wsse=\"http://schemas.xmlsoap.org/ws/2003/06/secext\""
          + " xmlns:psf=\"http://schemas.microsoft.com/Passport/SoapServices/SOAPFault\"";

  private final Status status;
  private final String header;
  private final String code;
  private final String text;

  Fault(Status status, String number, String code, String text) {
    this.status = status;
    this.header =
        "<psf:authstate>0x80048800</psf:authstate><psf:reqstatus>" + number + "</psf:reqstatus>";
    this.code = code;
    this.text = text;
  }

  HttpAnswer answer(Instant now) {
    return answer(HttpAnswer.of(status), now, "");
  }

  /** {@link #TRY_LATER}, after {@code pause}. */
  static HttpAnswer tryLater(Instant now, Duration pause) {
    return TRY_LATER.answer(HttpAnswer.tryAgain(pause), now, "");
  }

  /**
   * {@link #REDIRECT}.
   *
   * @param location where the client repeats what it said
   */
  static HttpAnswer redirect(Instant now, String location) {
    return REDIRECT.answer(
        HttpAnswer.of(REDIRECT.status),
        now,
        "<psf:redirectUrl>" + Envelope.escaped(location) + "</psf:redirectUrl>");
  }

  private HttpAnswer answer(HttpAnswer bare, Instant now, String extra) {
    return Envelope.around(
        bare,
        now,
        NAMESPACES,
        header,
        "<S:Fault><faultcode>"
            + code
            + "</faultcode>"
            + extra
            + "<faultstring>"
            + text
            + "</faultstring></S:Fault>");
  }
}
