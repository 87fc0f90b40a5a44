package im.monarch.runtime.store;

/** The store cannot be opened; the message tells the operator what to do about it. */
public final class StoreOpeningException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreOpeningException(String message, Throwable cause) {
    super(message, cause);
  }
}
