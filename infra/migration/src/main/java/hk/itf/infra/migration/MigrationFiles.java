package hk.itf.infra.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of a migration folder.
 *
 * @param contents the bytes of each file by its path
 */
record MigrationFiles(Map<String, byte[]> contents) {

    private static final String FILE_SYSTEM = "filesystem:";

    /** Reads a folder. Empty if the folder is missing, or is neither in the file system nor in a jar. */
    static Optional<MigrationFiles> read(MigrationFolder folder) {
        var files = new TreeMap<String, byte[]>();
        try {
            if (folder.location().startsWith(FILE_SYSTEM)) {
                addFolder(Path.of(folder.location().substring(FILE_SYSTEM.length())), files);
            } else {
                var loader = Thread.currentThread().getContextClassLoader();
                for (var url : Collections.list(loader.getResources(folder.location()))) {
                    if (!add(url, files)) {
                        return Optional.empty();
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The migrations in " + folder.location() + " cannot be read.", e);
        }
        return files.isEmpty() ? Optional.empty() : Optional.of(new MigrationFiles(files));
    }

    /** The SHA-256 hash of all paths and contents, in hexadecimal digits. */
    String sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            contents.forEach((path, bytes) -> {
                digest.update("%s %d\n".formatted(path, bytes.length).getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static boolean add(URL url, Map<String, byte[]> files) throws IOException {
        switch (url.getProtocol()) {
            case "file" -> addFolder(Path.of(URI.create(url.toString())), files);
            case "jar" -> addJarFolder((JarURLConnection) url.openConnection(), files);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void addFolder(Path folder, Map<String, byte[]> files) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
    }

    private static void addJarFolder(JarURLConnection connection, Map<String, byte[]> files) throws IOException {
        connection.setUseCaches(false); // the cache would keep the jar open
        try (var jar = connection.getJarFile()) {
            var folder = connection.getEntryName().replaceFirst("/*$", "/");
            for (var entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith(folder) && !entry.isDirectory()) {
                    try (var content = jar.getInputStream(entry)) {
                        files.put(entry.getName().substring(folder.length()), content.readAllBytes());
                    }
                }
            }
        }
    }
}
