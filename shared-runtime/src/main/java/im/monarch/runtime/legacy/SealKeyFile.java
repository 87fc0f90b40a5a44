package im.monarch.runtime.legacy;

import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that legacy secrets are sealed with, in a file of its own that only the owner of the
 * process can read. Its methods block.
 */
final class SealKeyFile {

  private static final int KEY_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path path;

  SealKeyFile(Path path) {
    this.path = path.toAbsolutePath();
  }

  Path path() {
    return path;
  }

  /** The key in the file, if there is the file. */
  Optional<SecretKeySpec> read() throws IOException {
    try {
      return Optional.of(key(Files.readString(path).strip()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** The key in the file, which is made if it is not there. */
  SecretKeySpec obtain() throws IOException {
    var found = read();
    if (found.isPresent()) {
      return found.get();
    }
    make();
    return read().orElseThrow(() -> new IOException(path + " is gone again"));
  }

  private SecretKeySpec key(String text) throws IOException {
    try {
      var bytes = Base64.getDecoder().decode(text);
      if (bytes.length == KEY_BYTES) {
        return new SecretKeySpec(bytes, "AES");
      }
    } catch (IllegalArgumentException e) {
      // Nothing about the content goes into the message.
    }
    throw new IOException(path + " holds no key: " + KEY_BYTES + " bytes in base64 expected");
  }

  /** Appears complete, and once: of several processes that make it at once, one wins. */
  private void make() throws IOException {
    Files.createDirectories(path.getParent());
    var bytes = new byte[KEY_BYTES];
    RANDOM.nextBytes(bytes);
    var draft = Files.createTempFile(path.getParent(), "." + path.getFileName(), "", ownerOnly());
    try {
      var text = Base64.getEncoder().encodeToString(bytes) + System.lineSeparator();
      Files.writeString(draft, text, WRITE, SYNC);
      publish(draft);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void publish(Path draft) throws IOException {
    try {
      Files.createLink(path, draft);
    } catch (FileAlreadyExistsException e) {
      // Somebody else was quicker, and theirs is used.
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(draft, path); // a file system without links
    }
  }

  private FileAttribute<?>[] ownerOnly() {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
