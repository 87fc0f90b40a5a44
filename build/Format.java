import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Formats every Java source of the tree ({@code write}), or says which ones are not formatted
 * ({@code check}). The second argument is the folder to look under. The build starts it in the root
 * of the repository, with google-java-format on the class path and on a JDK that knows the language
 * level.
 */
final class Format {

  private static final String REMEDY = "Run: mvn -N -Pformat process-sources";

  private Format() {}

  public static void main(String[] args) throws IOException {
    var write = args[0].equals("write");
    var complaints = new ArrayList<String>();
    for (var file : sources(Path.of(args[1]))) {
      try {
        var text = Files.readString(file);
        var formatted = new Formatter().formatSourceAndFixImports(text);
        if (formatted.equals(text)) {
          continue;
        }
        if (write) {
          Files.writeString(file, formatted);
          System.out.println("formatted: " + file);
        } else {
          complaints.add("not formatted: " + file);
        }
      } catch (FormatterException e) {
        complaints.add("not Java: " + file + ":" + e.getMessage());
      }
    }
    if (!complaints.isEmpty()) {
      complaints.forEach(System.err::println);
      System.err.println(REMEDY);
      System.exit(1);
    }
  }

  private static List<Path> sources(Path top) throws IOException {
    try (var files = Files.walk(top)) {
      return files.map(Path::normalize).filter(Format::isSource).sorted().toList();
    }
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java")
        && (file.startsWith("build") || file.toString().contains("/src/"));
  }
}
