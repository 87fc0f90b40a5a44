package im.monarch.domain.accounts;

/**
 * The store did not answer, or not in time. What futures of the store's ports fail with; sessions
 * go on, edits are refused with 603.
 */
public final class StoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean undecided;

  /** Nothing was changed. */
  public StoreUnavailableException(String message, Throwable cause) {
    this(message, cause, false);
  }

  /**
   * @param undecided whether what was asked for may have been carried out, or still may be
   */
  public StoreUnavailableException(String message, Throwable cause, boolean undecided) {
    super(message, cause);
    this.undecided = undecided;
  }

  public boolean undecided() {
    return undecided;
  }
}
