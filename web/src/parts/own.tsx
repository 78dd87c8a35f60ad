import './own.css';
import { Text } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { PropsWithChildren, ReactNode } from 'react';

type Props = PropsWithChildren<Readonly<{ icon?: Icon; title: ReactNode; hint?: ReactNode; tags?: ReactNode }>>;

/** One of several things: what it is on the left, what can be done with it on the right. */
export const Own = ({ icon: Sign, title, hint, tags, children }: Props) => (
  <div className="own">
    <div className="own-what">
      {Sign && <Sign aria-hidden />}
      <div>
        <Text fw={600} component="div">
          {title}
        </Text>
        {hint && (
          <Text size="sm" c="dimmed" component="div">
            {hint}
          </Text>
        )}
      </div>
      {tags}
    </div>
    {children && <div className="own-acts">{children}</div>}
  </div>
);
