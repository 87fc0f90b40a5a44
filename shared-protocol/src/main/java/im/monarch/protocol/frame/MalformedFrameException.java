package im.monarch.protocol.frame;

/** The byte stream can no longer be cut into frames; the only safe answer is to hang up. */
public final class MalformedFrameException extends Exception {

  private static final long serialVersionUID = 1L;

  public MalformedFrameException(String reason) {
    super(reason);
  }
}
