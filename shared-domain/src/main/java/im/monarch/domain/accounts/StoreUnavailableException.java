package im.monarch.domain.accounts;

/**
 * The store did not answer, or not in time: nobody knows whether the request was carried out. What
 * futures of the store's ports fail with; sessions go on, edits are refused with 603.
 */
public final class StoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
