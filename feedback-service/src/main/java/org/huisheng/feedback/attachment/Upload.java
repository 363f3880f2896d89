package org.huisheng.feedback.attachment;

import java.nio.file.Path;

/** A file that has come in whole and was looked at. */
public record Upload(Path file, String name, String mediaType, long size, byte[] sha256, Visibility visibility) {}
