package im.monarch.conformance;

import im.monarch.conformance.transcript.Library;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** The folder of transcripts beside these tests. */
public final class Transcripts {

  private Transcripts() {}

  public static Library library() {
    try {
      return Library.at(Path.of(Transcripts.class.getResource("/transcripts").toURI()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
