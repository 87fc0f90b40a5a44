package im.monarch.passport.http;

/** How an answer begins. Clients look for the phrases, not only for the numbers. */
public enum Status {
  OK("200 OK"),
  FOUND("302 Found"),
  BAD_REQUEST("400 Bad Request"),
  UNAUTHORIZED("401 Unauthorized"),
  NOT_FOUND("404 Not Found"),
  METHOD_NOT_ALLOWED("405 Method Not Allowed"),
  REQUEST_TIMEOUT("408 Request Timeout"),
  CONTENT_TOO_LARGE("413 Content Too Large"),
  UNSUPPORTED_MEDIA_TYPE("415 Unsupported Media Type"),
  HEAD_TOO_LARGE("431 Request Header Fields Too Large"),
  INTERNAL_SERVER_ERROR("500 Internal Server Error"),
  SERVICE_UNAVAILABLE("503 Service Unavailable");

  private final String phrase;

  Status(String phrase) {
    this.phrase = phrase;
  }

  /** The number and the reason. */
  @Override
  public String toString() {
    return phrase;
  }
}
