package im.monarch.conformance.stage;

import im.monarch.conformance.transcript.Transcript;
import java.io.IOException;

/** Plays transcripts. Whatever differs from the text is a {@link Mismatch} that names the line. */
public final class Stage {

  private static final int PATIENCE = Integer.getInteger("monarch.patience", 5_000);

  private final World world;
  private final int patience;

  public Stage(World world) {
    this(world, PATIENCE);
  }

  /**
   * @param patience milliseconds after which a server counts as silent
   */
  Stage(World world, int patience) {
    this.world = world;
    this.patience = patience;
  }

  /**
   * Plays it once, with connections of its own.
   *
   * @throws Mismatch when the server does anything else than the transcript says
   */
  public void play(Transcript transcript) throws IOException {
    var performance = new Performance(world, patience, transcript.bytewise());
    try {
      performance.play(transcript.statements());
      performance.finish();
    } catch (Mismatch mismatch) {
      throw mismatch.with(mismatch.getMessage() + performance.shown());
    } finally {
      performance.close();
    }
  }
}
