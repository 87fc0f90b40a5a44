package im.monarch.conformance.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of transcripts. Those that begin with {@code macro} are not played, but called. */
public final class Library {

  private static final String EXTENSION = ".txt";

  private final List<Script> scripts;
  private final TranscriptReader reader;

  private Library(Path folder, List<Script> scripts) {
    this.scripts = scripts;
    this.reader =
        new TranscriptReader(
            scripts.stream().filter(Macro::isOne).map(Macro::of).toList(),
            name -> text(folder.resolve(name)));
  }

  public static Library at(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      var scripts =
          files
              .filter(file -> file.toString().endsWith(EXTENSION))
              .sorted()
              .map(file -> Script.read(folder.relativize(file).toString(), text(file)))
              .toList();
      return new Library(folder, scripts);
    }
  }

  /** Everything there is to play. */
  public List<Transcript> transcripts() {
    return scripts.stream()
        .filter(script -> !Macro.isOne(script))
        .flatMap(script -> reader.read(script).stream())
        .toList();
  }

  /** Knows the macros of this folder. */
  public TranscriptReader reader() {
    return reader;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
