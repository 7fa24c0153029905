;;; recto.el --- Lint documents with Recto  -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: MIT
;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1"))
;; Keywords: wp, tools

;;; Commentary:

;; `recto-check' lists the diagnostics of a file or folder, for `next-error'.  `recto-flymake-setup' shows those of the
;; buffer while it is written; with Flycheck the checker `recto' does.  `recto-eglot-setup' registers the language server.

;;; Code:

(require 'compile)
(require 'json)
(require 'subr-x)

(declare-function flycheck-define-command-checker "flycheck")
(declare-function flycheck-error-new-at "flycheck")
(declare-function flymake-make-diagnostic "flymake")
(defvar eglot-server-programs)
(defvar flycheck-checkers)

(defgroup recto nil
  "Lint what a document says about itself."
  :group 'tools)

(defcustom recto-command "recto"
  "The program."
  :type 'string)

(defcustom recto-arguments nil
  "Further arguments of `recto check', for example (\"--lang\" \"zh\")."
  :type '(repeat string))

;;;; Compilation mode

(defconst recto--line
  "^\\(.+?\\):\\([0-9]+\\):\\([0-9]+\\): \\(?:error\\|\\(warning\\)\\|\\(suggestion\\)\\): "
  "A line of the format `concise'.")

(define-compilation-mode recto-compilation-mode "Recto"
  "Diagnostics of Recto.
Columns count characters: display cells hang on the width of tabs
and on the language environment."
  (setq-local compilation-error-regexp-alist '(recto))
  (setq-local compilation-error-regexp-alist-alist `((recto ,recto--line 1 2 3 (4 . 5))))
  (setq-local compilation-error-screen-columns nil)
  (setq-local compilation-first-column 1))

;;;###autoload
(defun recto-check (path)
  "List the diagnostics of PATH, a file or folder.
That is this file, or with a prefix argument whatever is named."
  (interactive (list (if (and buffer-file-name (not current-prefix-arg))
                         buffer-file-name
                       (read-file-name "Check: " nil default-directory t))))
  (let ((coding-system-for-read 'utf-8)
        (words (append (list recto-command "check" "--output-format" "concise" "--color" "never")
                       recto-arguments
                       (list (file-relative-name (expand-file-name path))))))
    (compilation-start (mapconcat #'shell-quote-argument words " ") #'recto-compilation-mode)))

;;;; The buffer as it stands

(defun recto--buffer-arguments ()
  "The arguments to check standard input as the file of the buffer."
  `("check" "--output-format" "json" "--encoding" "utf-8" ,@recto-arguments
    "--stdin-filename" ,(or buffer-file-name (if (derived-mode-p 'markdown-mode) "buffer.md" "buffer.txt"))
    "-"))

(defun recto--rows (output)
  "The diagnostics in OUTPUT, an alist each; nil for what is no report."
  (let ((json-array-type 'list))
    (ignore-errors (json-read-from-string output))))

(defun recto--point (line column)
  "The place of a LINE and a COLUMN, both from 1, in the widened buffer."
  (goto-char (point-min))
  (forward-line (1- line))
  (min (+ (point) (1- column)) (line-end-position)))

(defun recto--diagnostic (row)
  "The diagnostic for Flymake in the current buffer of ROW."
  (let-alist row
    (save-excursion
      (save-restriction
        (widen)
        (let ((beg (recto--point .line .column))
              (end (recto--point .end_line .end_column)))
          (flymake-make-diagnostic
           (current-buffer) beg (max end (min (1+ beg) (point-max)))
           (pcase .level ("error" :error) ("warning" :warning) (_ :note))
           (format "%s [%s]" .message .rule)))))))

;;;; Flymake

(defvar-local recto--process nil
  "The run on this buffer; the latest wins.")

(defun recto-flymake (report &rest _)
  "Give the diagnostics of the buffer to REPORT, as Flymake asks for them."
  (unless (executable-find recto-command)
    (error "There is no program `%s': pip install recto" recto-command))
  (when (process-live-p recto--process)
    (delete-process (prog1 recto--process (setq recto--process nil))))
  (let* ((source (current-buffer))
         (errors (generate-new-buffer " *recto errors*"))
         (process (make-process
                   :name "recto" :noquery t :connection-type 'pipe :coding '(utf-8 . utf-8-unix)
                   :buffer (generate-new-buffer " *recto*") :stderr errors
                   :command (cons recto-command (recto--buffer-arguments))
                   :sentinel (lambda (process _)
                               (unless (process-live-p process)
                                 (recto--ended process source errors report))))))
    (set-process-sentinel (get-buffer-process errors) #'ignore)
    (setq recto--process process)
    (save-restriction
      (widen)
      (process-send-region process (point-min) (point-max))
      (process-send-eof process))))

(defun recto--ended (process source errors report)
  "Tell REPORT what PROCESS found in the buffer SOURCE.
Where that is nothing, tell what is in the buffer ERRORS."
  (let ((output (with-current-buffer (process-buffer process) (buffer-string))))
    (when (and (buffer-live-p source) (eq process (buffer-local-value 'recto--process source)))
      (with-current-buffer source
        (if (string-prefix-p "[" output)
            (funcall report (mapcar #'recto--diagnostic (recto--rows output)))
          (funcall report :panic :explanation
                   (string-trim (with-current-buffer errors (buffer-string)))))))
    (kill-buffer (process-buffer process))
    (kill-buffer errors)))

;;;###autoload
(defun recto-flymake-setup ()
  "Show the diagnostics of this buffer while it is written; for hooks of modes."
  (add-hook 'flymake-diagnostic-functions #'recto-flymake nil t)
  (flymake-mode 1))

;;;; Flycheck

(defun recto--flycheck-errors (output checker buffer)
  "The errors of CHECKER in OUTPUT about BUFFER."
  (mapcar (lambda (row)
            (let-alist row
              (flycheck-error-new-at
               .line .column (pcase .level ("error" 'error) ("warning" 'warning) (_ 'info)) .message
               :end-line .end_line :end-column .end_column :id .rule :checker checker :buffer buffer
               :filename (buffer-file-name buffer))))
          (recto--rows output)))

(with-eval-after-load 'flycheck
  (flycheck-define-command-checker 'recto
    "Lint what a document says about itself."
    :command '("recto" (eval (recto--buffer-arguments)))
    :standard-input t
    :error-parser #'recto--flycheck-errors
    :modes '(markdown-mode gfm-mode text-mode))
  (add-to-list 'flycheck-checkers 'recto t))

;;;; Eglot

;;;###autoload
(defun recto-eglot-setup ()
  "Let `eglot' start the language server.
On Markdown it comes before any other, on other text after all others."
  (with-eval-after-load 'eglot
    (let ((server (list recto-command "lsp")))
      (add-to-list 'eglot-server-programs `((markdown-mode gfm-mode) . ,server))
      (add-to-list 'eglot-server-programs `(text-mode . ,server) t))))

(provide 'recto)
;;; recto.el ends here
