package org.yekuo.document.internal;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Pictures as they are shown to others (预览): scaled, the right way up, and without what the camera wrote into them. The file itself stays as it came. */
final class Pictures {

    /** The longer side of a shown picture, in pixels. */
    static final int SIDE = 1_600;

    /** More pixels than any camera or scanner gives; what unpacks to more is a bomb. */
    private static final long MOST_PIXELS = 200_000_000;

    private static final int NOTES = 128 * 1024;

    static {
        ImageIO.setUseCache(false);
    }

    private Pictures() {}

    /** Whether the head of a picture says a size that can be shown. */
    static boolean isReadable(InputStream content) throws IOException {
        return Boolean.TRUE.equals(reading(content, reader -> (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS).orElse(false));
    }

    /** Writes a picture anew: pixels only, turned as its orientation says. False when it can't be read. */
    static boolean show(InputStream content, OutputStream to) throws IOException {
        // A camera's notes stand at the beginning.
        var beginning = content.readNBytes(NOTES);
        int orientation = Exif.orientation(beginning);
        var shown = reading(new SequenceInputStream(new ByteArrayInputStream(beginning), content), reader -> scaled(reader, orientation));
        return shown.isPresent() && ImageIO.write(shown.get(), "jpeg", to);
    }

    private static BufferedImage white(BufferedImage picture, int width, int height, int orientation) {
        boolean lies = orientation >= 5;
        var shown = new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = shown.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setBackground(java.awt.Color.WHITE);
        graphics.clearRect(0, 0, shown.getWidth(), shown.getHeight());
        graphics.transform(turn(orientation, width, height));
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return shown;
    }

    private interface Read<T> {
        T read(ImageReader reader) throws IOException;
    }

    private static <T> Optional<T> reading(InputStream content, Read<T> read) throws IOException {
        try (var stream = ImageIO.createImageInputStream(content)) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, false, false);
                return Optional.of(read.read(reader));
            } finally {
                reader.dispose();
            }
        } catch (javax.imageio.IIOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    /** Every nth pixel of a large picture, so that it is never whole in memory; then to the size shown. */
    private static BufferedImage scaled(ImageReader reader, int orientation) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new javax.imageio.IIOException("Too many pixels: " + width + " × " + height);
        }
        int step = Math.max(1, Math.max(width, height) / SIDE / 2);
        var wanted = reader.getDefaultReadParam();
        wanted.setSourceSubsampling(step, step, 0, 0);
        var picture = reader.read(0, wanted);
        double scale = Math.min(1, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        return white(picture, Math.max(1, (int) (picture.getWidth() * scale)), Math.max(1, (int) (picture.getHeight() * scale)), orientation);
    }

    /** Turns a picture of this width and height upright. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
